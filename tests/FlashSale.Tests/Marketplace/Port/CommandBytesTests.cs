namespace FlashSale.Tests.Port;

/// <summary>
/// Commands lie in journals for ever: bytes that a version has written are read by every later one.
/// </summary>
/// <remarks>A row is never changed. A field may be added at the end, with rows beside the old ones.</remarks>
public sealed class CommandBytesTests
{
    private static readonly Signature By = new("op", "no");
    private static readonly RequestId Name = new(7);

    // IDN-5: the two texts stand before the client's name, which is there then in any case.
    [Fact]
    public void Signed_and_unsigned_steps_of_stores_are_read()
    {
        var step = new StepStore(new StoreId(3), StoreStep.Suspend);

        Is<StepStore, StoreResult>("040300000004", step);
        Is<StepStore, StoreResult>("0403000000040700000000000000", step with { Request = Name });
        Is<StepStore, StoreResult>(
            "04030000000402006F00700002006E006F000000000000000000", step with { By = By });
        Is<StepStore, StoreResult>(
            "04030000000402006F00700002006E006F000700000000000000", step with { By = By, Request = Name });
    }

    [Fact]
    public void Signed_and_unsigned_verdicts_are_read()
    {
        var verdict = new ResolveDispute(new CheckoutId(new BuyerId(17), 3).Order(1), ForBuyer: true);

        Is<ResolveDispute, OrderResult>("12010300001100000001", verdict);
        Is<ResolveDispute, OrderResult>(
            "1201030000110000000102006F00700002006E006F00", verdict with { By = By });
    }

    [Fact]
    public void Signed_and_unsigned_transfers_are_read()
    {
        var fee = new Move(new Transfer(
            9, MovementKind.ViolationFee, new StoreId(3), default, Money.FromFen(500)));

        Is<Move, TransferResult>("1509000000000000000A0300000000000000F401000000000000", fee);
        Is<Move, TransferResult>(
            "1509000000000000000A0300000000000000F40100000000000002006F00700002006E006F00",
            fee with { By = By });
    }

    [Fact]
    public void Signed_and_unsigned_changes_of_the_rules_are_read()
    {
        var from = DateTimeOffset.FromUnixTimeSeconds(1_541_865_600);
        var withdrawal = new WithdrawPolicy(from);

        Is<WithdrawPolicy, PolicyResult>("1900F459FE66010000", withdrawal);
        Is<WithdrawPolicy, PolicyResult>(
            "1900F459FE6601000002006F00700002006E006F000700000000000000",
            withdrawal with { By = By, Request = Name });
        Is<ChangePolicy, PolicyResult>("180000000000F459FE66010000", new ChangePolicy(null, from));
        Is<ChangePolicy, PolicyResult>(
            "180000000000F459FE6601000002006F00700002006E006F000000000000000000",
            new ChangePolicy(null, from, By: By));
    }

    [Fact]
    public void Signed_and_unsigned_flips_are_read()
    {
        var flip = new Flip(new SwitchCommand(Switch.CouponsFrozen, true, "a", "b", null));

        Is<Flip, FlipResult>("16020100000000000000800100610001006200", flip);
        Is<Flip, FlipResult>(
            "1602010000000000000080010061000100620002006F00700002006E006F000000000000000000",
            flip with { By = By });
    }

    [Fact]
    public void Signed_and_unsigned_commands_about_cases_are_read()
    {
        const string signed = "02006F00700002006E006F00";
        var id = new CaseId(new SellerId(3), 2);
        var open = new OpenCase(new SellerId(3), new StoreId(4), Case.NoListing, CaseKind.Brushing);

        Is<OpenCase, CaseResult>("290300000004000000FFFFFFFF0B", open);
        Is<OpenCase, CaseResult>(
            "290300000004000000FFFFFFFF0B0700000000000000", open with { Request = Name });
        Is<OpenCase, CaseResult>(
            "290300000004000000FFFFFFFF0B" + signed + "0000000000000000", open with { By = By });
        Is<RecordEvidence, CaseResult>("2A030000000200000070170000", new RecordEvidence(id, 6_000));
        Is<RecordEvidence, CaseResult>(
            "2A030000000200000070170000" + signed, new RecordEvidence(id, 6_000, By));
        Is<StepCase, CaseResult>("2B030000000200000001", new StepCase(id, CaseStep.OrderSample));
        Is<StepCase, CaseResult>("2B030000000200000001" + signed, new StepCase(id, CaseStep.OrderSample, By));
        Is<DecideCase, CaseResult>("2C030000000200000001", new DecideCase(id, CaseVerdict.Guilty));
        Is<DecideCase, CaseResult>(
            "2C030000000200000001" + signed, new DecideCase(id, CaseVerdict.Guilty, By));
        Is<DecideAppeal, AppealResult>("2E03000000020000000100000001000000", new DecideAppeal(id, 1, 1));
        Is<DecideAppeal, AppealResult>(
            "2E03000000020000000100000001000000" + signed, new DecideAppeal(id, 1, 1, By));
    }

    // LST-1: attributes stand behind all that was there before them.
    [Fact]
    public void Listings_with_and_without_attributes_are_read()
    {
        var publish = new Publish(new ListingId(2), new ListingTerms
        {
            Store = new StoreId(3),
            Title = "A",
            Category = new CategoryId(1),
            Price = Money.FromYuan(1),
            Stock = 5,
        });
        const string bytes = "0602000000030000000100000000640000000000000000000000010500000001000000"
            + "0000000000000000000028D3ED7CC7FFFF0028D3ED7CC7FFFF00000000000000000000"
            + "28D3ED7CC7FFFF0028D3ED7CC7FFFF01004100";

        Is<Publish, ListingResult>(bytes, publish);
        Is<Publish, ListingResult>(
            bytes + "030061003A003100",
            new(publish.Id, publish.Terms with { Attributes = ListingAttributes.Parse("a:1")!.Value }));
    }

    // IDN-1 to IDN-4
    [Fact]
    public void Commands_about_certificates_are_read()
    {
        var store = new StoreId(3);
        Is<ApplyForCertificate, CertificationResult>(
            "1A030000000107000000000000000800000000000000090000000000000002",
            new ApplyForCertificate(
                store, CertificateClass.A, new IdentityId(7), new IdentityId(8), new IdentityId(9),
                new RegionId(2)));
        Is<HandIn, CertificationResult>("1B0300000004", new HandIn(store, ApplicationStatus.Photo));
        Is<DecideCheck, CertificationResult>(
            "1C03000000040102006F00700002006E006F000700000000000000",
            new DecideCheck(store, ApplicationStatus.Photo, CheckVerdict.Pass, Name, By));
        Is<WithdrawApplication, CertificationResult>(
            "1D030000000700000000000000", new WithdrawApplication(store, Name));
        Is<SummonStore, CertificationResult>(
            "1E0300000002006F00700002006E006F000000000000000000", new SummonStore(store, By: By));
        Is<ListIdentity, CertificationResult>(
            "1F07000000000000000202006F00700002006E006F000000000000000000",
            new ListIdentity(new IdentityId(7), IdentityListing.Black, By: By));
    }

    // LST-2
    [Fact]
    public void Commands_about_publications_are_read()
    {
        var listing = new ListingId(5);
        Is<ScoreListing, PublicationResult>(
            "20050000002C0A0000FFFFFFFF0700000000000000", new ScoreListing(listing, 2_604, -1, Name));
        Is<AnswerWarning, PublicationResult>(
            "210500000001", new AnswerWarning(listing, Insists: true));
        Is<ReviewListing, PublicationResult>(
            "22050000000202006F00700002006E006F000700000000000000",
            new ReviewListing(listing, PublicationVerdict.Refuse, Name, By));
        Is<ListBrand, PublicationResult>(
            "2307000000012C0100000000000002006F00700002006E006F000000000000000000",
            new ListBrand(7, true, Money.FromFen(300), By: By));
    }

    [Fact] // LST-1
    public void Damaged_attributes_of_a_command_are_refused()
    {
        var red = ListingAttributes.Parse("colour:red")!.Value;
        var terms = Engine.Fixtures.Terms() with { Attributes = red };
        var bytes = new FieldWriter().Pack(new Publish(new ListingId(1), terms)).ToArray();
        bytes[^(2 * ":red".Length)] = (byte)'=';

        Assert.Contains("A command: «colour=red»", Assert.Throws<InvalidDataException>(() =>
        {
            var fields = new FieldReader(bytes.AsSpan(1));
            return Publish.Read(ref fields);
        }).Message, StringComparison.Ordinal);
    }

    private static void Is<TCommand, TAnswer>(string bytes, TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct
    {
        Assert.Equal(bytes, Convert.ToHexString(new FieldWriter().Pack(command)));
        var fields = new FieldReader(Convert.FromHexString(bytes).AsSpan(1));
        Assert.Equal(command, TCommand.Read(ref fields));
        Assert.True(fields.IsEmpty);
    }
}
