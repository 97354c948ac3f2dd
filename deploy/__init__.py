"""What operators start and configure: several processes, proxies, services."""
