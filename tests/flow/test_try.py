from datetime import date
import time
def test_a_whole_case(coordinator):
    a=time.time()
    c=coordinator.registers()
    print(coordinator.closes(c), time.time()-a)
def test_base(coordinator):
    a=time.time()
    c=[coordinator.registers_base(n) for n in (1,2,3)]
    print(coordinator.closes(c[0]), time.time()-a)
    print(coordinator.closes(c[1]), time.time()-a)
    print(coordinator.closes(c[2]), time.time()-a)
def test_bad(coordinator):
    c=coordinator.registers(costs=None, ends_on=None, goals=[])
    print(coordinator.closes(c))
    d=coordinator.registers(asked=200000, costs=300000)
    e=coordinator.registers(2, asked=200000, costs=300000)
    print(coordinator.closes(e))
    print(coordinator.closes(d))
