"""Kinds of applicant: associations, and the schools of a school exchange fund (S2, S5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.text import Text, say


class ApplicantKind(StrEnum):
    """Who applies: an association, a school of the municipality or an independent one."""

    ASSOCIATION = "association"
    MUNICIPAL_SCHOOL = "municipal_school"
    INDEPENDENT_SCHOOL = "independent_school"


class SchoolForm(StrEnum):
    """What kind of school it is; the fund is for the first two."""

    COMPULSORY = "compulsory"
    UPPER_SECONDARY = "upper_secondary"
    OTHER = "other"


SCHOOLS = (ApplicantKind.MUNICIPAL_SCHOOL, ApplicantKind.INDEPENDENT_SCHOOL)
KIND_WORDS: dict[ApplicantKind, Text] = {
    ApplicantKind.ASSOCIATION: say("Förening"),
    ApplicantKind.MUNICIPAL_SCHOOL: say("Kommunal skola"),
    ApplicantKind.INDEPENDENT_SCHOOL: say("Fristående skola"),
}
FORM_WORDS: dict[SchoolForm, Text] = {
    SchoolForm.COMPULSORY: say("Grundskola"),
    SchoolForm.UPPER_SECONDARY: say("Gymnasieskola"),
    SchoolForm.OTHER: say("Annan skolform"),
}


@dataclass(frozen=True, kw_only=True)
class Nouns:
    """What an applicant is called in running Swedish; letters and screens inflect it."""

    one: str
    """"förening"."""
    definite: str
    """"föreningen"."""
    person: str
    """Who speaks for it, in definite form: "kontaktpersonen"."""


ASSOCIATION_NOUNS = Nouns(one="förening", definite="föreningen", person="kontaktpersonen")
SCHOOL_NOUNS = Nouns(one="skola", definite="skolan", person="rektorn")


def nouns(kind: ApplicantKind) -> Nouns:
    """Give the words for an applicant of a kind."""
    return SCHOOL_NOUNS if kind in SCHOOLS else ASSOCIATION_NOUNS
