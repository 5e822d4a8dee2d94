namespace FlashSale.GrainInterfaces;

/// <summary>One invariant, counted again from scratch.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.audit-check")]
internal record struct AuditCheckSurrogate(
    [property: Id(0)] string Name,
    [property: Id(1)] string Rule,
    [property: Id(2)] bool Passed,
    [property: Id(3)] long Checked,
    [property: Id(4)] string Detail);

/// <summary>What an audit found.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.audit-report")]
internal record struct AuditReportSurrogate([property: Id(0)] AuditCheck[] Checks);

[RegisterConverter]
internal sealed class AuditCheckConverter : IConverter<AuditCheck, AuditCheckSurrogate>
{
    public AuditCheckSurrogate ConvertToSurrogate(in AuditCheck value) =>
        new(value.Name, value.Rule, value.Passed, value.Checked, value.Detail);

    public AuditCheck ConvertFromSurrogate(in AuditCheckSurrogate surrogate) => new(
        surrogate.Name, surrogate.Rule, surrogate.Passed, surrogate.Checked, surrogate.Detail);
}

[RegisterConverter]
internal sealed class AuditReportConverter : IConverter<AuditReport, AuditReportSurrogate>
{
    public AuditReportSurrogate ConvertToSurrogate(in AuditReport value) => new([.. value.Checks]);

    public AuditReport ConvertFromSurrogate(in AuditReportSurrogate surrogate) => new(surrogate.Checks);
}
