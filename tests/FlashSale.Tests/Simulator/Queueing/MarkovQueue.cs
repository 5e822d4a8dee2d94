using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Queueing;

/// <summary>
/// A station under Poisson arrivals with exponential services (M/M/c), measured.
/// </summary>
/// <remarks>
/// Services last long, so that whole milliseconds round nothing away; results are in mean services. Equal
/// seeds are the same customers with the same services, whatever the number of servers.
/// </remarks>
internal sealed class MarkovQueue
{
    private const int Arrival = 1;
    private const int EndOfService = 2;
    private const double ServiceMs = 1_000_000;

    private readonly Agenda _agenda = new();
    private readonly Station _station;
    private readonly Exponential _between;
    private readonly Exponential _service = new(ServiceMs);
    private readonly long[] _arrivedAt;
    private readonly int _unmeasured;
    private Draws _arrivals;
    private Draws _services;
    private readonly List<double> _waits = [];
    private double _waitedMs;
    private double _busyMs;
    private double _queueMs;
    private int _waited;

    /// <param name="servers">c.</param>
    /// <param name="load">Arrivals a second times the mean service in seconds.</param>
    /// <param name="seed">Of all its draws.</param>
    /// <param name="customers">How many come.</param>
    /// <param name="unmeasured">Of how many, who find it still filling, the wait does not count.</param>
    public MarkovQueue(
        int servers, double load, ulong seed = 5, int customers = 400_000, int unmeasured = 0)
    {
        (_arrivedAt, _unmeasured) = (new long[customers], unmeasured);
        _station = new Station(servers);
        _between = new Exponential(ServiceMs / load);
        _arrivals = Draws.For(seed, entity: 0, Arrival);
        _services = Draws.For(seed, entity: 0, EndOfService);
    }

    public double MeanWait => _waitedMs / (_arrivedAt.Length - _unmeasured) / ServiceMs;

    public double WaitExcept(double share) =>
        _waits.Order().ElementAt((int)((1 - share) * _waits.Count)) / ServiceMs;

    public double ShareWaiting => (double)_waited / _arrivedAt.Length;

    public double MeanBusy => _busyMs / _agenda.NowMs;

    public double MeanQueue => _queueMs / _agenda.NowMs;

    public double ArrivalRate => _arrivedAt.Length * ServiceMs / _agenda.NowMs;

    public void Run()
    {
        _agenda.Plan(0, Arrival, 0);
        var last = 0L;
        while (_agenda.TryNext(out var e))
        {
            _busyMs += (double)_station.Busy * (e.At - last);
            _queueMs += (double)_station.Waiting * (e.At - last);
            last = e.At;
            if (e.Kind == Arrival)
            {
                Arrive(e.Entity);
            }
            else if (_station.Done(out var next))
            {
                Start(next);
            }
        }
    }

    private void Arrive(int customer)
    {
        _arrivedAt[customer] = _agenda.NowMs;
        if (_station.Arrive(customer) == ArriveResult.Started)
        {
            Start(customer);
        }
        else
        {
            _waited++;
        }

        if (customer + 1 < _arrivedAt.Length)
        {
            _agenda.Plan(_agenda.NowMs + (long)_between.Draw(ref _arrivals), Arrival, customer + 1);
        }
    }

    private void Start(long customer)
    {
        _waits.Add(_agenda.NowMs - _arrivedAt[customer]);
        _waitedMs += customer < _unmeasured ? 0 : _agenda.NowMs - _arrivedAt[customer];
        _agenda.Plan(_agenda.NowMs + (long)_service.Draw(ref _services), EndOfService, (int)customer);
    }
}
