using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

/// <summary>To every answer about a certificate, the shortest story that leads to it.</summary>
internal static class CertificateAnswers
{
    /// <summary>The stories by the answer to their last command.</summary>
    public static IReadOnlyDictionary<Enum, Func<int, Step[]>> All { get; } =
        new Dictionary<Enum, Func<int, Step[]>>
        {
            [CertificationResult.Done] = at => [Open(at), Apply(at)],
            [CertificationResult.WrongStatus] = at => [Open(at), HandIn(at)],
            [CertificationResult.TooEarly] = at => [Open(at), Apply(at), HandIn(at), Decide(at)],
            [CertificationResult.Barred] = at =>
            [
                Open(at), Step.ListIdentity(IdentityId.OfDocument($"{at}"), IdentityListing.Black), Apply(at),
            ],
            [CertificationResult.ShareNotReached] = at =>
                [Open(at, MarketKind.Consumer), Apply(at, CertificateClass.B)],
            [CertificationResult.NoReason] = at =>
                [Open(at), Step.SummonStore(new StoreId(at), by: new Signature("ops", ""))],
            [CertificationResult.UnknownStore] = at => [Apply(at)],
            [CertificationResult.OutOfRange] = at => [Open(at), Apply(at, (CertificateClass)9)],
            [CertificationResult.IdReused] = at =>
            [
                Open(at), Step.SummonStore(new StoreId(at), Name),
                Step.SummonStore(new StoreId(at), Name, new Signature("other", "why")),
            ],
            [StoreResult.NotCertified] = at =>
            [
                Open(at), Step.SummonStore(new StoreId(at)), Step.After(TimeSpan.FromDays(31)),
                Step.StepStore(new StoreId(at), StoreStep.Reinstate),
            ],
        };

    /// <summary>Plays all stories, and asserts that each ends with its answer.</summary>
    /// <param name="port">The market.</param>
    /// <param name="pass">Lets time pass.</param>
    public static async Task AreGivenBy(IMarketplace port, Func<TimeSpan, Task> pass)
    {
        var number = 0;
        foreach (var (expected, story) in All)
        {
            object? answer = null;
            foreach (var step in story(number))
            {
                await (step.Wait > TimeSpan.Zero ? pass(step.Wait) : Task.CompletedTask);
                answer = step.Wait > TimeSpan.Zero ? null : await step.OnPort(port);
            }

            number++;
            Assert.True(expected.Equals(answer), $"{expected.GetType().Name}.{expected}: {answer}");
        }
    }

    private static RequestId Name => RequestId.Of("a name");

    private static Step Open(int at, MarketKind kind = MarketKind.Brand) =>
        Step.OpenStore(Fixtures.Application(new StoreId(at), kind));

    private static Step Apply(int at, CertificateClass asked = CertificateClass.A) => Step.Apply(
        Certificates.Application(new StoreId(at), $"{at}", $"{at}", $"{at}") with { Asked = asked });

    private static Step HandIn(int at) => Step.HandIn(new StoreId(at), ApplicationStatus.IdNumber);

    private static Step Decide(int at) =>
        Step.DecideCheck(new StoreId(at), ApplicationStatus.IdNumber, CheckVerdict.Pass);
}
