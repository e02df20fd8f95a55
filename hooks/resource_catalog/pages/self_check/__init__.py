"""The pages of the self-check: its questions, and the plan that follows from the answers."""
