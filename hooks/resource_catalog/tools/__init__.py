"""Define the kinds of tools, one folder a kind: its data, its checks, and what is made of it.

A kind knows the model and nothing else. Its folder has the form of its data and a ``KIND``, which
is found by itself; its page is in ``overrides/catalog/tools/<kind>/`` and what happens in the
browser in ``overrides/js/tools/<kind>/``.
"""
