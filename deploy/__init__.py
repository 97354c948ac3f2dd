"""Tools for operators: several processes, proxies, services."""
