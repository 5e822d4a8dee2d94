namespace FlashSale.GrainInterfaces;

/// <summary>Which policy is in force when.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.policy-timeline")]
internal struct PolicyTimelineSurrogate
{
    [Id(0)]
    public DatedPolicySurrogate[] Policies;

    [Id(1)]
    public PastPromisesSurrogate[] Past;
}

/// <summary>A policy as text, and the ticks of UTC at which it comes into force.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.dated-policy")]
internal struct DatedPolicySurrogate
{
    [Id(0)]
    public long FromTicks;

    [Id(1)]
    public string Text;
}

/// <summary>What a policy of before has promised; the moment is Unix time in milliseconds.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.past-promises")]
internal struct PastPromisesSurrogate
{
    [Id(0)]
    public long FromMs;

    [Id(1)]
    public TimeSpan PayWithin;

    [Id(2)]
    public TimeSpan FestivalPayWithin;

    [Id(3)]
    public TimeSpan ConfirmWithin;

    [Id(4)]
    public TimeSpan FestivalConfirmWithin;

    [Id(5)]
    public TimeSpan ReturnWithin;

    [Id(6)]
    public TimeSpan TopUpWithin;
}

[RegisterConverter]
internal sealed class PolicyTimelineConverter : IConverter<PolicyTimeline, PolicyTimelineSurrogate>
{
    public PolicyTimelineSurrogate ConvertToSurrogate(in PolicyTimeline value) => new()
    {
        Policies = [.. value.Policies.Select(Of)],
        Past = [.. value.Past.ToArray().Select(Of)],
    };

    public PolicyTimeline ConvertFromSurrogate(in PolicyTimelineSurrogate surrogate) =>
        PolicyTimeline.Of(surrogate.Policies.Select(Of), surrogate.Past.Select(Of));

    private static DatedPolicySurrogate Of(DatedPolicy one) =>
        new() { FromTicks = one.From.UtcTicks, Text = PolicyText.Write(one.Policy) };

    private static DatedPolicy Of(DatedPolicySurrogate one) =>
        new(Moments.FromTicks(one.FromTicks), PolicyText.Read(one.Text));

    private static PastPromisesSurrogate Of(PastPromises one) => new()
    {
        FromMs = one.FromMs,
        PayWithin = one.Promises.PayWithin,
        FestivalPayWithin = one.Promises.FestivalPayWithin,
        ConfirmWithin = one.Promises.ConfirmWithin,
        FestivalConfirmWithin = one.Promises.FestivalConfirmWithin,
        ReturnWithin = one.Promises.ReturnWithin,
        TopUpWithin = one.Promises.TopUpWithin,
    };

    private static PastPromises Of(PastPromisesSurrogate one) => new(one.FromMs, new PolicyPromises(
        one.PayWithin, one.FestivalPayWithin, one.ConfirmWithin, one.FestivalConfirmWithin,
        one.ReturnWithin, one.TopUpWithin));
}
