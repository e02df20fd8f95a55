"""What happens to texts on their way: codes, wrong encodings, faults of spreadsheets."""
