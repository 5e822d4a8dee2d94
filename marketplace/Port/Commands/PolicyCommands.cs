namespace FlashSale.Marketplace;

/// <summary>
/// Changes the numbers of the rules from a moment on, or at once; a change in steps is several commands
/// (rule GOV-1).
/// </summary>
/// <param name="Policy">All numbers, as they are then; null stands for what was too long to be sent.</param>
/// <param name="From">The first moment, to the second; null is at once: the next second.</param>
/// <param name="Request">The client's name for the wish.</param>
public readonly record struct ChangePolicy(
    Policy? Policy, DateTimeOffset? From = null, RequestId Request = default)
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
    public static ChangePolicy Read(ref FieldReader fields) =>
        new(fields.TakePolicy(), fields.TakeMomentOrNone(), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Policy);
        fields.Put(From);
        fields.Put(Request);
    }
}

/// <summary>Withdraws a change of the policy that is planned and has not come (rule GOV-1).</summary>
/// <param name="From">The moment for which it is planned, to the second.</param>
/// <param name="Request">The client's name for the wish.</param>
public readonly record struct WithdrawPolicy(DateTimeOffset From, RequestId Request = default)
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
    public static WithdrawPolicy Read(ref FieldReader fields) =>
        new(fields.TakeMoment(), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(From);
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
            Policy policy, DateTimeOffset? from = null, RequestId request = default) =>
            market.Do<ChangePolicy, PolicyResult>(new(policy, from, request));

        /// <inheritdoc cref="Marketplace.WithdrawPolicy"/>
        public ValueTask<PolicyResult> WithdrawPolicy(DateTimeOffset from, RequestId request = default) =>
            market.Do<WithdrawPolicy, PolicyResult>(new(from, request));
    }
}
