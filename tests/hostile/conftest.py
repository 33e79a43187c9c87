"""How long the hostile tests try.

The long run: `python -m pytest tests/hostile --hypothesis-profile=long`, thousands of new cases.
"""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

from tests.hostile.how_many import LONG

settings.register_profile(
    LONG,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
