"""Asks the language model that a workspace names what doubtful sentences ask for, and hands its answers to builds."""
