"""What comes after the course: touch-ups, fading and money."""
