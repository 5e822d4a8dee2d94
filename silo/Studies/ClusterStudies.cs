using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Silo;

/// <summary>The studies of a cluster behind the API, whichever silo is asked.</summary>
/// <param name="grains">The cluster.</param>
internal sealed class ClusterStudies(IGrainFactory grains) : IStudyHost
{
    private readonly MarketAddresses _grains = new(grains);

    /// <inheritdoc/>
    public ValueTask<StudyAnswer> Open(StudyBody study) => Asked(async () =>
    {
        if (study.Code != RunKey.Code)
        {
            return new StudyAnswer(null, StudyRefusal.WrongCode,
                $"the host runs the code {RunKey.Code[..12]}, the study was planned by {Short(study.Code)}");
        }

        var posted = new PostedStudy(
            study.Name, study.Code, study.Study, study.Base,
            study.RunWithinSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        var id = IdOf(posted);
        return await Told(id, await _grains.Study(id).Open(posted));
    });

    /// <inheritdoc/>
    public ValueTask<StudyAnswer> Add(string study, IReadOnlyList<StudyRunBody> runs) => Asked(
        async () => await Told(study, await _grains.Study(study).Add(
            [.. runs.Select(run => new PostedRun(run.Key, run.Seed, run.Order))])));

    /// <inheritdoc/>
    public ValueTask<StudyDocument?> Find(string study) => Asked(
        async () => await _grains.Study(study).Look() is { } standing ? DocumentOf(standing) : null);

    /// <inheritdoc/>
    public ValueTask<StudyListDocument> FindAll() => Asked(async () =>
    {
        var board = await _grains.Studies.Look();
        var studies = await Task.WhenAll(board.Studies.Select(id => _grains.Study(id).Look()));
        return new StudyListDocument(
            [.. studies.OfType<StudyStanding>().Select(DocumentOf)],
            [.. board.Slots.Select(one => new SlotsDocument(one.Silo, one.Slots, one.Busy, one.Code))]);
    });

    /// <inheritdoc/>
    public ValueTask<EndedRunsDocument?> FindEnded(string study, int from) => Asked(
        async () => await _grains.Study(study).Outcomes(from) is { } ended
            ? new EndedRunsDocument(
                [.. ended.Lines.Select(line => JsonNode.Parse(line)!.AsObject())], ended.Next,
                DocumentOf(ended.Standing))
            : null);

    /// <inheritdoc/>
    public async ValueTask Close(string study) => await Asked(async () =>
    {
        await _grains.Study(study).Close();
        return true;
    });

    /// <inheritdoc/>
    public ValueTask<byte[]?> FindSummary(string run) => Asked(() => _grains.Run(run).Summary());

    /// <inheritdoc/>
    public ValueTask<byte[]?> FindTimeline(string run) => Asked(() => _grains.Run(run).Timeline());

    /// <summary>The id of a study: what was posted decides it.</summary>
    internal static string IdOf(PostedStudy study) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{study.Name}\n{study.Code}\n{study.Text.Length}\n{study.Text}{study.Base}"))));

    // Everything may be sent again as it is: the caller does.
    private static async ValueTask<T> Asked<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (fault is GrainFaultException or OrleansException)
        {
            throw new MarketHaltedException(
                "The cluster did not answer; whether it did what was asked is unknown: ask again.", fault);
        }
    }

    private async Task<StudyAnswer> Told(string id, PostResult result)
    {
        var standing = await _grains.Study(id).Look();
        StudyRefusal? refusal = result switch
        {
            PostResult.Posted => null,
            PostResult.WrongCode => StudyRefusal.WrongCode,
            PostResult.TooManyStudies => StudyRefusal.TooManyStudies,
            PostResult.TooManyRuns => StudyRefusal.TooManyRuns,
            PostResult.TooLong => StudyRefusal.TooLong,
            PostResult.Stopped => StudyRefusal.Stopped,
            _ => StudyRefusal.UnknownStudy,
        };
        return refusal is null && standing is not null
            ? new StudyAnswer(DocumentOf(standing))
            : new StudyAnswer(null, refusal ?? StudyRefusal.UnknownStudy,
                standing is { Stopped.Length: > 0 } ? standing.Stopped : null);
    }

    private static string Short(string code) => code.Length > 12 ? code[..12] : code;

    private static StudyDocument DocumentOf(StudyStanding study) => new(
        study.Id, study.Name, study.Code, study.Runs, study.Ended, study.Failed,
        [.. study.Leases.Select(one => new LeaseDocument(one.Key, one.Silo, one.Since, one.Share))],
        study.Stopped.Length > 0 ? study.Stopped : null, study.RunSeconds, study.SecondsLeft);
}
