using static FlashSale.Marketplace.PublicationStatus;
using To = FlashSale.Marketplace.PublicationStep;

namespace FlashSale.Tests.Publications;

// LST-2: all ways of a publication.
public sealed class PublicationLifecycleTests
{
    private static readonly (PublicationStatus From, To Step, PublicationStatus After)[] Allowed =
    [
        (None, To.Change, Unscored), (Unscored, To.Change, Unscored), (Accepted, To.Change, Unscored),
        (Warned, To.Change, Unscored), (InReview, To.Change, Unscored), (Provisional, To.Change, Unscored),
        (Refused, To.Change, Unscored),
        (Unscored, To.Accept, Accepted), (InReview, To.Accept, Accepted), (Provisional, To.Accept, Accepted),
        (Unscored, To.Warn, Warned),
        (Unscored, To.AskReviewer, InReview), (Warned, To.AskReviewer, InReview),
        (Unscored, To.Refuse, Refused), (Warned, To.Refuse, Refused), (InReview, To.Refuse, Refused),
        (Provisional, To.Refuse, Refused),
        (Unscored, To.Wait, Provisional), (InReview, To.Wait, Provisional),
        (Unscored, To.GiveUp, GivenUp), (Warned, To.GiveUp, GivenUp), (InReview, To.GiveUp, GivenUp),
        (Provisional, To.GiveUp, GivenUp),
    ];

    [Fact]
    public void Exactly_these_steps_are_allowed() => Assert.Equal(
        Allowed.Order(),
        from status in Enum.GetValues<PublicationStatus>()
        from step in Enum.GetValues<To>()
        let after = PublicationLifecycle.After(status, step)
        where after is not null
        orderby status, step
        select (status, step, after.Value));

    [Fact]
    public void Only_what_was_never_screened_is_accepted_or_has_waited_for_too_long_is_sold() => Assert.Equal(
        [None, Accepted, Provisional],
        Enum.GetValues<PublicationStatus>().Where(PublicationLifecycle.MaySell));
}
