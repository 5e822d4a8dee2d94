namespace FlashSale.GrainInterfaces;

/// <summary>One invariant, counted again from scratch.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.audit-check")]
internal struct AuditCheckSurrogate
{
    [Id(0)]
    public string Name;

    [Id(1)]
    public string Rule;

    [Id(2)]
    public bool Passed;

    [Id(3)]
    public long Checked;

    [Id(4)]
    public string Detail;
}

/// <summary>What an audit found.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.audit-report")]
internal struct AuditReportSurrogate
{
    [Id(0)]
    public AuditCheck[] Checks;
}

[RegisterConverter]
internal sealed class AuditCheckConverter : IConverter<AuditCheck, AuditCheckSurrogate>
{
    public AuditCheckSurrogate ConvertToSurrogate(in AuditCheck value) => new()
    {
        Name = value.Name,
        Rule = value.Rule,
        Passed = value.Passed,
        Checked = value.Checked,
        Detail = value.Detail,
    };

    public AuditCheck ConvertFromSurrogate(in AuditCheckSurrogate surrogate) => new(
        surrogate.Name, surrogate.Rule, surrogate.Passed, surrogate.Checked, surrogate.Detail);
}

[RegisterConverter]
internal sealed class AuditReportConverter : IConverter<AuditReport, AuditReportSurrogate>
{
    public AuditReportSurrogate ConvertToSurrogate(in AuditReport value) =>
        new() { Checks = [.. value.Checks] };

    public AuditReport ConvertFromSurrogate(in AuditReportSurrogate surrogate) => new(surrogate.Checks);
}
