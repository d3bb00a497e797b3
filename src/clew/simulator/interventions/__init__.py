"""What a company can change, one kind a file: each turns a policy into another."""
