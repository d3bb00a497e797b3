"""What is wrong with real exports: clocks, spellings, borrowed phones, rows twice, late, broken or of nobody."""

from clew.simulator.dirt.clocks_astray import Clocks
from clew.simulator.dirt.entered import entered, spoilt
from clew.simulator.dirt.often import often
from clew.simulator.dirt.soiled import soiled
from clew.simulator.dirt.strewn import mingled, noise_moments
from clew.simulator.dirt.unreadable import unreadable
from clew.simulator.dirt.written import (
    ContactBook,
    any_device,
    calling_phone,
    formatted_phone,
    written_account,
    written_device,
    written_email,
    written_name,
    written_phone,
)

__all__ = [
    "Clocks",
    "ContactBook",
    "any_device",
    "calling_phone",
    "entered",
    "formatted_phone",
    "mingled",
    "noise_moments",
    "often",
    "soiled",
    "spoilt",
    "unreadable",
    "written_account",
    "written_device",
    "written_email",
    "written_name",
    "written_phone",
]
