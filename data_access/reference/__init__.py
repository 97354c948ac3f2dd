"""What ships with the app: provinces, unions, programmes and published figures."""
