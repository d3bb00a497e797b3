"""Purposes that customers consent to, one file each."""
