using static FlashSale.Marketplace.ApplicationStatus;
using To = FlashSale.Marketplace.ApplicationStep;

namespace FlashSale.Tests.Certifications;

// IDN-1, IDN-2: all ways of an application.
public sealed class ApplicationLifecycleTests
{
    private static readonly (ApplicationStatus From, To Step, ApplicationStatus After)[] Allowed =
    [
        (None, To.Submit, Submitted), (Certified, To.Submit, Submitted), (Refused, To.Submit, Submitted),
        (Withdrawn, To.Submit, Submitted),
        (Submitted, To.HandIn, IdNumber), (IdNumber, To.HandIn, IdNumber),
        (Remittance, To.HandIn, Remittance),
        (Photo, To.HandIn, Photo), (OnSite, To.HandIn, OnSite),
        (IdNumber, To.Pass, Remittance), (Remittance, To.Pass, Photo), (Photo, To.Pass, Certified),
        (Photo, To.PassToOnSite, OnSite), (OnSite, To.Pass, Certified),
        (Submitted, To.Refuse, Refused), (IdNumber, To.Refuse, Refused), (Remittance, To.Refuse, Refused),
        (Photo, To.Refuse, Refused), (OnSite, To.Refuse, Refused),
        (Submitted, To.Withdraw, Withdrawn), (IdNumber, To.Withdraw, Withdrawn),
        (Remittance, To.Withdraw, Withdrawn),
        (Photo, To.Withdraw, Withdrawn), (OnSite, To.Withdraw, Withdrawn),
    ];

    [Fact]
    public void Exactly_these_steps_are_allowed() => Assert.Equal(
        Allowed.Order(),
        from status in Enum.GetValues<ApplicationStatus>()
        from step in Enum.GetValues<To>()
        let after = ApplicationLifecycle.After(status, step)
        where after is not null
        orderby status, step
        select (status, step, after.Value));
}
