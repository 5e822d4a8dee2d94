namespace FlashSale.Marketplace;

/// <summary>Opens a store and pays its deposit (rules STO-1, STO-3, STO-4).</summary>
public readonly record struct OpenStore(StoreApplication Application) : ICommand<OpenStore, OpenStoreResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.OpenStore;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Application.Id);

    /// <inheritdoc/>
    public static NewIds NewIdsOf(in OpenStore command) => new(Store: command.Application.Id);

    /// <inheritdoc/>
    public static OpenStore Read(ref FieldReader fields)
    {
        var (id, owner) = (new StoreId(fields.Take<int>()), new SellerId(fields.Take<int>()));
        var (market, tier) = (fields.Take<MarketKind>(), fields.Take<DepositTier>());
        var deposit = fields.TakeMoney();
        return new(new StoreApplication(id, owner, market, tier, fields.TakeText(), deposit));
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Application.Id.Value);
        fields.Put(Application.Owner.Value);
        fields.Put((byte)Application.Market);
        fields.Put((byte)Application.Tier);
        fields.Put(Application.Deposit);
        fields.Put(Application.Name);
    }
}

/// <summary>Takes a step in a store's life (rule STO-1).</summary>
public readonly record struct StepStore(
    StoreId Id, StoreStep Step, RequestId Request = default, Signature By = default)
    : IKeyedCommand<StepStore, StoreResult>
{
    /// <inheritdoc/>
    public static StoreResult IdReused => StoreResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.StepStore;

    /// <summary>Sellers hide, show and close their stores; the rest is the platform's.</summary>
    public static Caller CallerOf(in StepStore command) =>
        command.Step is StoreStep.Hide or StoreStep.Show or StoreStep.Close ? Caller.Anyone : Caller.Operator;

    /// <inheritdoc/>
    public static Trace? TraceOf(in StepStore command) =>
        new Trace(command.By, TrailEntity.Of(command.Id), Words.Of(command.Step));

    /// <inheritdoc/>
    public static StepStore WithSignature(in StepStore command, Signature by) =>
        command with { By = command.By.Or(by) };

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static StepStore Read(ref FieldReader fields)
    {
        var (id, step) = (new StoreId(fields.Take<int>()), fields.Take<StoreStep>());
        var by = fields.TakeSignatureBeforeRequest();
        return new(id, step, fields.TakeRequest(), by);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put((byte)Step);
        fields.Put(By);
        fields.Put(Request);
    }
}

/// <summary>
/// Sets the coupon that a store gives to all its buyers; the default takes it away (rule CRT-2).
/// </summary>
public readonly record struct SetCoupon(StoreId Id, Coupon Coupon, RequestId Request = default)
    : IKeyedCommand<SetCoupon, StoreResult>
{
    /// <inheritdoc/>
    public static StoreResult IdReused => StoreResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.SetCoupon;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static SetCoupon Read(ref FieldReader fields) => new(
        new StoreId(fields.Take<int>()), new Coupon(fields.TakeMoney(), fields.TakeMoney()),
        fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(Coupon.Off);
        fields.Put(Coupon.From);
        fields.Put(Request);
    }
}

/// <summary>Calls about stores.</summary>
public static class StoreCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.OpenStore"/>
        public ValueTask<OpenStoreResult> OpenStore(StoreApplication application) =>
            market.Do<OpenStore, OpenStoreResult>(new(application));

        /// <inheritdoc cref="Marketplace.StepStore"/>
        public ValueTask<StoreResult> StepStore(
            StoreId id, StoreStep step, RequestId request = default, Signature by = default) =>
            market.Do<StepStore, StoreResult>(new(id, step, request, by));

        /// <inheritdoc cref="Marketplace.SetCoupon"/>
        public ValueTask<StoreResult> SetCoupon(StoreId id, Coupon coupon, RequestId request = default) =>
            market.Do<SetCoupon, StoreResult>(new(id, coupon, request));
    }
}
