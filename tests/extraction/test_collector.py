"""The garbage collector rests while it is told to, and is afterwards as it was before."""

import gc

import pytest

from timeline.extraction.collector import collector_at_rest


def test_the_collector_rests_and_goes_on():
    assert gc.isenabled()
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_after_an_error():
    with pytest.raises(ValueError, match="broken"), collector_at_rest():
        raise ValueError("broken")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    with collector_at_rest():
        with collector_at_rest():
            pass
        assert not gc.isenabled()
