"""Know what no file says: what day it is, what was published, and what people call a field."""
