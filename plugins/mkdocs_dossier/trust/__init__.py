"""What facts rest on: chains, origins, disputes, verification, and what is missing."""
