namespace FlashSale.Marketplace;

/// <summary>Flips a degradation switch (rules CAP-2, IDN-5).</summary>
public readonly record struct Flip(
    SwitchCommand Command, RequestId Request = default, Signature By = default)
    : IKeyedCommand<Flip, FlipResult>
{
    /// <inheritdoc/>
    public static FlipResult IdReused => FlipResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Flip;

    /// <summary>Switches are the platform's.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => new(SubjectKind.Festival, 0);

    /// <inheritdoc/>
    public static Trace? TraceOf(in Flip command) => new Trace(
        command.By, TrailEntity.Market,
        $"{Words.Of(command.Command.Switch)} {(command.Command.On ? "on" : "off")}");

    /// <summary>It says who and why itself; that is who signs.</summary>
    public static Flip WithSignature(in Flip command, Signature by) => command with
    {
        By = command.By.Or(new Signature(command.Command.Who, command.Command.Why)).Or(by),
    };

    /// <inheritdoc/>
    public static Flip Read(ref FieldReader fields)
    {
        var (which, on) = (fields.Take<Switch>(), fields.TakeBool());
        var until = fields.TakeMomentOrNone();
        var command = new SwitchCommand(which, on, fields.TakeText(), fields.TakeText(), until);
        var by = fields.TakeSignatureBeforeRequest();
        return new(command, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put((byte)Command.Switch);
        fields.Put(Command.On);
        fields.Put(Command.Until);
        fields.Put(Command.Who);
        fields.Put(Command.Why);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>Calls about degradation switches.</summary>
public static class SwitchCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.Flip"/>
        public ValueTask<FlipResult> Flip(
            SwitchCommand command, RequestId request = default, Signature by = default) =>
            market.Do<Flip, FlipResult>(new(command, request, by));
    }
}
