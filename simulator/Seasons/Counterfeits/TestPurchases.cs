using System.Runtime.InteropServices;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The platform buys goods to have them appraised: real orders that are paid, shipped, delivered, and sent
/// back if they are fakes (rule TRU-3).
/// </summary>
internal sealed class TestPurchases(
    SeasonRun run, EnforcementHabits habits, Appraiser appraiser, CaseDesk desk)
{
    private const int DaysPerYear = 365;
    private const int Proof = 10_000; // evidence of an appraisal, in 1/10,000

    private readonly Table<Purchase> _bought = new(int.MaxValue);
    private readonly Aftermath _aftermath = new(run, run.World.Recipient, run.World.Rater);
    private readonly CartLine[] _line = new CartLine[1];
    private double _budget; // purchases that may be made today
    private int _firstUnderWay;

    /// <summary>How many were ever made.</summary>
    public int Count => _bought.Count;

    /// <summary>
    /// A day's share of the year's budget comes in; less while the platform is tired (GOV-5).
    /// </summary>
    public void Earn() =>
        _budget += run.Enforcement * run.Stores.Open * habits.TestsPerStoreYear / DaysPerYear;

    /// <summary>Buys a listing for a case, if there is money for it and it is for sale.</summary>
    public bool TryBuy(CaseId id, int listing, int day)
    {
        if (_budget < 1
            || run.Market.View.Listing(new ListingId(listing)) is not { IsWithdrawn: false } goods)
        {
            return false;
        }

        var checkout = new CheckoutId(run.World.Tester, _bought.Count);
        _line[0] = new CartLine(new ListingId(listing), 1, goods.PriceAt(run.Now));
        var specimen = appraiser.Take(listing);
        if (run.Market.Do(new Checkout(checkout, _line)).Result != CheckoutResult.Placed)
        {
            return false;
        }

        run.Market.Do(new Pay(checkout, PaymentChannel.QuickPay));
        desk.Step(id, CaseStep.OrderSample);
        _bought[_bought.Add()] = new Purchase
        {
            Seller = id.Seller.Value,
            Case = id.Number,
            Listing = listing,
            BoughtDay = day,
            Specimen = specimen,
        };
        _budget--;
        run.Recorder.Count(SeasonMeasures.TestPurchases);
        run.Recorder.Count(SeasonMeasures.EnforcementCost, (long)(habits.TestYuan * 100));
        return true;
    }

    /// <summary>What has come goes to the appraiser; what is appraised is decided.</summary>
    public void Follow(int day)
    {
        for (var row = _firstUnderWay; row < _bought.Count; row++)
        {
            if (_bought[row].Status == PurchaseStatus.UnderWay)
            {
                Follow(row, day);
            }

            if (row == _firstUnderWay && _bought[row].Status != PurchaseStatus.UnderWay)
            {
                _firstUnderWay++;
            }
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("test");
        writer.Write(_budget);
        writer.Write(_firstUnderWay);
        _bought.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("test");
        _budget = reader.Read<double>();
        _firstUnderWay = reader.Read<int>();
        _bought.Load(reader);
    }

    private void Follow(int row, int day)
    {
        ref var bought = ref _bought[row];
        var id = new CaseId(new SellerId(bought.Seller), bought.Case);
        var order = new CheckoutId(run.World.Tester, row).Order(0);
        var status = run.Market.View.Order(order)!.Status;
        if (status == OrderStatus.Closed)
        {
            bought.Status = PurchaseStatus.Lost; // a reviewer decides the case
            return;
        }

        if (bought.AppraisedDay == 0 && status is not (OrderStatus.Paid or OrderStatus.Shipped))
        {
            desk.Step(id, CaseStep.ReceiveSample);
            desk.Step(id, CaseStep.Appraise);
            bought.AppraisedDay = day + Math.Max(1, habits.AppraisalDays);
        }
        else if (bought.AppraisedDay != 0 && day >= bought.AppraisedDay)
        {
            Decide(ref bought, id, order, day);
        }
    }

    // Fakes go back for their money; genuine goods are kept.
    private void Decide(ref Purchase bought, CaseId id, OrderId order, int day)
    {
        var isFake = appraiser.Finds(bought.Specimen, habits.AppraisalAccuracy, order.Packed);
        bought.Status = isFake ? PurchaseStatus.FoundFake : PurchaseStatus.FoundGenuine;
        run.Recorder.Count(SeasonMeasures.TestsFoundFake, isFake ? 1 : 0);
        if (isFake)
        {
            _aftermath.Reclaim(order);
        }
        else
        {
            run.Market.Do(new StepOrder(order, OrderStep.Confirm));
        }

        desk.Decide(id, isFake, Proof, VerdictGrounds.Appraisal, day);
    }

    private enum PurchaseStatus
    {
        UnderWay = 0, // of a row that was just added
        FoundFake,
        FoundGenuine,
        Lost,
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Purchase
    {
        public int Seller;
        public int Case;
        public int Listing;
        public int BoughtDay;
        public int AppraisedDay; // 0 before it has come
        public Specimen Specimen;
        public PurchaseStatus Status;
    }
}
