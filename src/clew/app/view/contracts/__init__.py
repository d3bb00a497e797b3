"""Handoff contracts over the journeys that are looked at, and the handoffs behind each of their numbers."""
