"""Traits of a person, one file each."""
