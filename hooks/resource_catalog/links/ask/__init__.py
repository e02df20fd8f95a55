"""Request a URL: politely, safely, through proxies, and in the way that its provider needs."""
