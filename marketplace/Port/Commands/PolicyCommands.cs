namespace FlashSale.Marketplace;

/// <summary>
/// Changes the numbers of the rules from a moment on, or at once; a change in steps is several commands
/// (rule GOV-1).
/// </summary>
/// <param name="Policy">All numbers, as they are then; null stands for what was too long to be sent.</param>
/// <param name="From">The first moment, to the second; null is at once: the next second.</param>
/// <param name="Request">The client's name for the wish.</param>
/// <param name="By">Who changes it, and why.</param>
public readonly record struct ChangePolicy(
    Policy? Policy, DateTimeOffset? From = null, RequestId Request = default, Signature By = default)
    : IKeyedCommand<ChangePolicy, PolicyResult>
{
    /// <inheritdoc/>
    public static PolicyResult IdReused => PolicyResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.ChangePolicy;

    /// <summary>The rules are the platform's.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => new(SubjectKind.Festival, 0);

    /// <inheritdoc/>
    public static Trace? TraceOf(in ChangePolicy command) =>
        new Trace(command.By, TrailEntity.Market, command.From is { } from
            ? FormattableString.Invariant($"from {from:u}")
            : "at once");

    /// <inheritdoc/>
    public static ChangePolicy WithSignature(in ChangePolicy command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static ChangePolicy Read(ref FieldReader fields)
    {
        var (policy, from) = (fields.TakePolicy(), fields.TakeMomentOrNone());
        var by = fields.TakeSignatureBeforeRequest();
        return new(policy, from, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Policy);
        fields.Put(From);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>Withdraws a change of the policy that is planned and has not come (rule GOV-1).</summary>
/// <param name="From">The moment for which it is planned, to the second.</param>
/// <param name="Request">The client's name for the wish.</param>
/// <param name="By">Who withdraws it, and why.</param>
public readonly record struct WithdrawPolicy(
    DateTimeOffset From, RequestId Request = default, Signature By = default)
    : IKeyedCommand<WithdrawPolicy, PolicyResult>
{
    /// <inheritdoc/>
    public static PolicyResult IdReused => PolicyResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.WithdrawPolicy;

    /// <summary>The rules are the platform's.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => new(SubjectKind.Festival, 0);

    /// <inheritdoc/>
    public static Trace? TraceOf(in WithdrawPolicy command) =>
        new Trace(command.By, TrailEntity.Market, FormattableString.Invariant($"of {command.From:u}"));

    /// <inheritdoc/>
    public static WithdrawPolicy WithSignature(in WithdrawPolicy command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public static WithdrawPolicy Read(ref FieldReader fields)
    {
        var from = fields.TakeMoment();
        var by = fields.TakeSignatureBeforeRequest();
        return new(from, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(From);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>Calls about the policy.</summary>
public static class PolicyCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.ChangePolicy"/>
        public ValueTask<PolicyResult> ChangePolicy(
            Policy policy, DateTimeOffset? from = null, RequestId request = default,
            Signature by = default) =>
            market.Do<ChangePolicy, PolicyResult>(new(policy, from, request, by));

        /// <inheritdoc cref="Marketplace.WithdrawPolicy"/>
        public ValueTask<PolicyResult> WithdrawPolicy(
            DateTimeOffset from, RequestId request = default, Signature by = default) =>
            market.Do<WithdrawPolicy, PolicyResult>(new(from, request, by));
    }
}
