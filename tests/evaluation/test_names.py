"""Names that mean one actor or place, and names that do not."""

import pytest

from timeline.evaluation.names import normal_name, place_names, same_actor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladimir Poutine", "Vladimir Putin"),
        ("Poutine", "Vladimir Putin"),
        ("M. Trump", "Donald Trump"),
        ("N. Patrouchev", "Nikolai Patrushev"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Omar el-Béchir", "Omar al-Bashir"),
        ("les États-Unis", "United States of America"),
        ("U.S.", "United States of America"),
        ("la Maison Blanche", "United States of America"),
        ("Corée du Nord", "Korea (Democratic People's Republic of)"),
        ("OTAN", "North Atlantic Treaty Organization"),
    ],
)
def test_names_of_one_actor(one, other):
    assert same_actor(normal_name(one), normal_name(other))
    assert same_actor(normal_name(other), normal_name(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moon Jae-in", "Kim Jong-un"),
        ("Kim", "Kim Jong-un"),
        ("Corée du Sud", "Corée du Nord"),
        ("Niger", "Nigeria"),
        ("Emmanuel Macron", "Vladimir Putin"),
        ("Joe Biden", "Hunter Biden"),
        ("France", "Emmanuel Macron"),
        ("", "Emmanuel Macron"),
    ],
)
def test_names_of_two_actors(one, other):
    assert not same_actor(normal_name(one), normal_name(other))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Genève", "Geneva, Switzerland", True),
        ("Suisse", "Geneva, Switzerland", True),
        ("château de Versailles", "Versailles", True),
        ("Geneva", "Vienna", False),
        (None, "Geneva", False),
    ],
)
def test_places_agree_that_share_a_name(one, other, same):
    assert bool(place_names(one) & place_names(other)) is same
