"""How long a site takes to build, beside other builders and beside another revision of this one."""
