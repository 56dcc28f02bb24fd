"""What was probably meant by what is typed, and what to say of it."""
