"""Identity rules, one file each."""
