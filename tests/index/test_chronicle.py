"""Which part of a chronology stands open."""

from mkdocs_dossier.index.chronicle import Moment, Stretch, split_recent
from mkdocs_dossier.model.records import Event

EVENTS = [Event(kind="meeting", name=str(number), summary="Une.") for number in range(9)]


def names(stretches):
    return [[moment.event.name for moment in stretch.moments] for stretch in stretches]


def stretch(*numbers):
    return Stretch((), tuple(Moment(EVENTS[number]) for number in numbers))


def test_earlier_moments_part_from_recent_ones_within_a_stretch():
    earlier, recent = split_recent([stretch(0, 1, 2), stretch(3, 4, 5, 6)], 2)
    assert names(earlier) == [["0", "1", "2"], ["3", "4"]]
    assert names(recent) == [["5", "6"]]


def test_an_event_is_not_parted_from_what_it_contains():
    visit, talks = Moment(EVENTS[1]), Moment(EVENTS[2], within=True)
    moments = Stretch((), (Moment(EVENTS[0]), visit, talks, Moment(EVENTS[3])))
    assert names(split_recent([moments], 2)[1]) == [["1", "2", "3"]]


def test_too_few_to_fold_stay():
    all_of_them = [stretch(0, 1), stretch(2)]
    assert split_recent(all_of_them, 2) == ([], all_of_them)
