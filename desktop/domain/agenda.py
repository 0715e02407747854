"""The seventeen goals of Agenda 2030, by number."""

from __future__ import annotations

AGENDA: dict[str, str] = {
    "1": "1 Ingen fattigdom",
    "2": "2 Ingen hunger",
    "3": "3 God hälsa och välbefinnande",
    "4": "4 God utbildning för alla",
    "5": "5 Jämställdhet",
    "6": "6 Rent vatten och sanitet för alla",
    "7": "7 Hållbar energi för alla",
    "8": "8 Anständiga arbetsvillkor och ekonomisk tillväxt",
    "9": "9 Hållbar industri, innovationer och infrastruktur",
    "10": "10 Minskad ojämlikhet",
    "11": "11 Hållbara städer och samhällen",
    "12": "12 Hållbar konsumtion och produktion",
    "13": "13 Bekämpa klimatförändringarna",
    "14": "14 Hav och marina resurser",
    "15": "15 Ekosystem och biologisk mångfald",
    "16": "16 Fredliga och inkluderande samhällen",
    "17": "17 Genomförande och globalt partnerskap",
}
"""Number and Swedish name."""
