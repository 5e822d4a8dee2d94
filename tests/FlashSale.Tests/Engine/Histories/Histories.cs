using FsCheck;
using FsCheck.Fluent;
using static FsCheck.Fluent.Gen;

namespace FlashSale.Tests.Engine;

/// <summary>
/// Random histories of the <see cref="Fair"/>: episodes of single commands and of orders on their way.
/// </summary>
/// <remarks>A failing history is made shorter by leaving out episodes.</remarks>
internal static class Histories
{
    private const int EpisodesMax = 60;

    private static readonly Gen<Step[]> AnyEpisode = Frequency(
        (3, One(AnyCommand.OfBuyer)),
        (2, One(AnyCommand.OfSeller)),
        (4, One(AnyCommand.OfOrder)),
        (3, One(AnyCommand.OfOperator)),
        (2, One(AnyCommand.Time)),
        (1, One(AnyCommand.OfRules)),
        (4, Episodes.OrderOnItsWay),
        (1, Episodes.Presale),
        (1, Episodes.Rush),
        (1, Episodes.ChangeOfMind),
        (1, Episodes.OneNameForTwo),
        (1, Episodes.Greed),
        (1, Episodes.FilledCart),
        (1, Episodes.ReturnAfterWithdrawal),
        (1, CaseEpisodes.Complaints),
        (1, CaseEpisodes.Suspicion),
        (1, CaseEpisodes.Appeal),
        (1, One(AnyCommand.OfCases)));

    private static readonly Gen<Step[]> AboutCertificates = Frequency(
        (4, AnyCertificate.Story),
        (4, One(AnyCertificate.Any)),
        (1, AnyCertificate.Both),
        (1, CaseEpisodes.Offender),
        (2, One(AnyCommand.Time)),
        (2, One(AnyCommand.OfSeller)),
        (1, One(AnyCommand.OfOperator)),
        (2, Episodes.OrderOnItsWay));

    private static readonly Gen<Step[]> AboutPublications = Frequency(
        (4, AnyPublication.Story),
        (6, One(AnyPublication.Any)),
        (1, CaseEpisodes.Offender),
        (2, One(AnyCommand.Time)),
        (2, One(AnyCommand.OfSeller)),
        (1, One(AnyCommand.OfOperator)),
        (2, Episodes.OrderOnItsWay));

    private static readonly Gen<Step[]> AboutCases = Frequency(
        (4, CaseEpisodes.Complaints),
        (2, CaseEpisodes.Offender),
        (4, CaseEpisodes.Appeal),
        (1, CaseEpisodes.Sample),
        (1, CaseEpisodes.Pile),
        (1, CaseEpisodes.Backlog),
        (4, One(AnyCommand.OfCases)),
        (2, One(AnyCommand.Time)),
        (1, One(AnyCommand.OfSeller)),
        (1, One(AnyCommand.OfOperator)),
        (1, Episodes.OrderOnItsWay));

    private static readonly Gen<Step[]> AboutTheWatch = Frequency(
        (6, CaseEpisodes.Suspicion),
        (1, CaseEpisodes.Complaints),
        (2, One(AnyCommand.OfCases)),
        (1, Episodes.OrderOnItsWay));

    private static readonly Gen<Step[]> AboutMoney = Frequency(
        (6, Episodes.SplitPresale),
        (3, Episodes.OrderOnItsWay),
        (2, Episodes.ReturnAfterWithdrawal),
        (2, One(AnyCommand.OfOrder)),
        (2, One(AnyCommand.OfOperator)));

    private static readonly Gen<Step[]> AboutRules = Frequency(
        (2, One(AnyCommand.OfRules)),
        (2, One(AnyCommand.Time)),
        (5, Episodes.OrderOnItsWay),
        (1, Episodes.Presale),
        (2, One(AnyCommand.OfOrder)),
        (1, One(AnyCommand.OfOperator)));

    /// <summary>Checks a claim, with assertions, about any history.</summary>
    public static void Hold(Action<History> claim, int histories = 200) =>
        AnyHistory.Holds(AnyEpisode, episodes => claim(Of(episodes)), histories, EpisodesMax);

    /// <summary>Some histories, the same for the same seed: for claims that have to be awaited.</summary>
    public static IReadOnlyList<History> Some(int histories, ulong seed = 20181111) =>
        [.. AnyEpisode.ArrayOf(EpisodesMax / 2).Sample(histories, new Rnd(seed), 0).Select(Of)];

    /// <summary>Some histories of presales by two payments, refunds, disputes and transfers.</summary>
    public static IReadOnlyList<History> SomeAboutMoney(int histories, ulong seed) =>
        [.. AboutMoney.ArrayOf(EpisodesMax / 3).Sample(histories, new Rnd(seed), 0).Select(Of)];

    /// <summary>Some histories in which the policy changes while orders are on their way.</summary>
    public static IReadOnlyList<History> SomeAboutRules(int histories, ulong seed) =>
        [.. AboutRules.ArrayOf(EpisodesMax / 2).Sample(histories, new Rnd(seed), 0).Select(Of)];

    /// <summary>Some histories of complaints, cases and penalties.</summary>
    public static IReadOnlyList<History> SomeAboutCases(int histories, ulong seed) =>
        [.. AboutCases.ArrayOf(EpisodesMax / 3).Sample(histories, new Rnd(seed), 0).Select(Of)];

    /// <summary>Some histories of orders that the watch finds suspicious.</summary>
    public static IReadOnlyList<History> SomeAboutTheWatch(int histories, ulong seed) =>
        [.. AboutTheWatch.ArrayOf(EpisodesMax / 6).Sample(histories, new Rnd(seed), 0).Select(Of)];

    /// <summary>Some histories of stores that apply, are summoned, and whose identities are barred.</summary>
    public static IReadOnlyList<History> SomeAboutCertificates(int histories, ulong seed) =>
        [.. AboutCertificates.ArrayOf(EpisodesMax / 2).Sample(histories, new Rnd(seed), 0).Select(Of)];

    /// <summary>Some histories of listings that are screened when they are published.</summary>
    public static IReadOnlyList<History> SomeAboutPublications(int histories, ulong seed) =>
        [.. AboutPublications.ArrayOf(EpisodesMax / 2).Sample(histories, new Rnd(seed), 0)
            .Select(OfScreened)];

    private static History Of(IEnumerable<Step[]> episodes) =>
        new([.. Fair.Opening, .. episodes.SelectMany(steps => steps)]);

    // Most of what the market opens with is accepted.
    private static History OfScreened(IEnumerable<Step[]> episodes) => Of(
    [
        [.. Enumerable.Range(0, Fair.Listings - 3).Select(at => Step.ScoreListing(new ListingId(at), 0, 0))],
        .. episodes,
    ]);

    private static Gen<Step[]> One(Gen<Step> step) => step.Select(one => new[] { one });
}
