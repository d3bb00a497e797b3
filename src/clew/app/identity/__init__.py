"""Who is who in a workspace: explained, decided by people, and tried out before it is changed."""
