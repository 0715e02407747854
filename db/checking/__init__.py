"""What a register is verified by, stage for stage."""
