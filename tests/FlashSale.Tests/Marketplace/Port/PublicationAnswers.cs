using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

/// <summary>To every answer about a publication, the shortest story that leads to it (rule LST-2).</summary>
internal static class PublicationAnswers
{
    /// <summary>The stories by the answer to their last command.</summary>
    public static IReadOnlyDictionary<Enum, Func<int, Step[]>> All { get; } =
        new Dictionary<Enum, Func<int, Step[]>>
        {
            [PublicationResult.Done] = at => [Publish(at), Score(at)],
            [PublicationResult.WrongStatus] = at =>
                [Publish(at), Step.AnswerWarning(new ListingId(at), insists: true)],
            [PublicationResult.NoReason] = at =>
                [Step.ListBrand(7, true, Money.Zero, by: new Signature("ops", ""))],
            [PublicationResult.UnknownListing] = at => [Score(at)],
            [PublicationResult.OutOfRange] = at =>
                [Publish(at), Score(at, Publication.ScoreMilliMax + 1)],
            [PublicationResult.IdReused] = at => [Publish(at), Score(at, 0, Name), Score(at, 1, Name)],
            [PublicationResult.NoReviewer] = at =>
            [
                .. Enumerable.Range(at, 3).SelectMany(one => new[] { Publish(one), Review(one) }),
            ],
        };

    /// <summary>Plays all stories, and asserts that each ends with its answer.</summary>
    public static async Task AreGivenBy(IMarketplace port)
    {
        Assert.Equal(
            OpenStoreResult.Opened, await port.OpenStore(Fixtures.Application(Fixtures.FirstStore)));
        var number = 0;
        foreach (var (expected, story) in All)
        {
            object? answer = null;
            foreach (var step in story(number))
            {
                answer = await step.OnPort(port);
            }

            number++;
            Assert.True(expected.Equals(answer), $"{expected.GetType().Name}.{expected}: {answer}");
        }
    }

    private static RequestId Name => RequestId.Of("a name");

    private static Step Publish(int at) => Step.Publish(new ListingId(at), Screenings.Terms());

    private static Step Score(int at, int score = 0, RequestId name = default) =>
        Step.ScoreListing(new ListingId(at), score, 0, name);

    private static Step Review(int at) =>
        Step.ReviewListing(new ListingId(at), PublicationVerdict.Accept);
}
