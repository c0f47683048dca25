"""What several kinds of page show: each file gathers one part, its template lies beside it."""
