using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Time;

public sealed class AgendaTests
{
    private const int Step = 1;
    private const long DayMs = 86_400_000;
    private const long FarBefore = 1L << 40; // in the order of planning: what comes first in its moment

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Fact]
    public void What_is_planned_for_the_same_moment_happens_in_the_order_of_planning()
    {
        var agenda = new Agenda();
        for (var i = 0; i < 1_000; i++)
        {
            agenda.Plan(DayMs, Step, i);
        }

        Assert.Equal(Enumerable.Range(0, 1_000), Rest(agenda).Select(e => e.Entity));
    }

    [Fact]
    public void What_is_planned_for_now_happens_after_all_that_is_planned_for_now()
    {
        var agenda = new Agenda();
        agenda.Plan(5, Step, 1);
        agenda.Plan(5, Step, 2);
        agenda.TryNext(out var first);
        agenda.Plan(5, Step, 3);

        Assert.Equal(1, first.Entity);
        Assert.Equal([2, 3], Rest(agenda).Select(e => e.Entity));
    }

    [Fact]
    public void What_is_planned_to_come_first_comes_before_all_of_its_moment()
    {
        var agenda = new Agenda();
        agenda.Plan(4_999, Step, 1);
        agenda.Plan(5_000, Step, 4);
        agenda.PlanFirst(5_000, Step, 2);
        agenda.PlanFirst(9_000, Step, 5);
        agenda.PlanFirst(5_000, Step, 3);

        Assert.Equal([1, 2, 3, 4, 5], Rest(agenda).Select(e => e.Entity));
    }

    [Fact]
    public void What_was_to_come_first_can_be_forgotten()
    {
        var agenda = new Agenda();
        agenda.PlanFirst(5_000, Step, 1);
        agenda.Plan(5_000, Step, 2);
        agenda.PlanFirst(6_000, Step, 3);
        agenda.ForgetFirsts();

        Assert.Equal(1, agenda.Count);
        Assert.Equal([2], Rest(agenda).Select(e => e.Entity));
    }

    [Fact]
    public void An_event_comes_back_as_it_was_planned()
    {
        var agenda = new Agenda(startMs: -DayMs);
        agenda.Plan(-7, kind: 300, entity: int.MaxValue, extra: long.MinValue);

        Assert.True(agenda.TryNext(out var e));
        Assert.Equal(new AgendaEvent(-7, long.MinValue, int.MaxValue, 300), e);
        Assert.Equal(-7, agenda.NowMs);
        Assert.False(agenda.TryNext(out _));
    }

    [Fact]
    public void The_past_cannot_be_planned()
    {
        var agenda = new Agenda();
        agenda.Plan(10, Step, 1);
        agenda.TryNext(out _);

        Assert.Throws<ArgumentOutOfRangeException>(() => agenda.Plan(9, Step, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => agenda.Plan(Agenda.HorizonMs, Step, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => agenda.TryNext(9, out _));
        agenda.Plan(10, Step, 1);
        agenda.Plan(Agenda.HorizonMs - 1, Step, 1);
        Assert.Equal(2, Rest(agenda).Count);
    }

    [Fact]
    public void A_limit_is_reached_when_nothing_comes_before_it()
    {
        var agenda = new Agenda();
        agenda.Plan(4_000, Step, 1);

        Assert.False(agenda.TryNext(3_999, out _));
        Assert.Equal(3_999, agenda.NowMs);
        agenda.Plan(3_999, Step, 0);
        agenda.Plan(4_000, Step, 2);
        Assert.True(agenda.TryNext(4_000, out var e));
        Assert.Equal(0, e.Entity);
        Assert.Equal([1, 2], Rest(agenda).Select(x => x.Entity));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_history_runs_in_the_order_of_time_and_planning(int seed)
    {
        var agenda = new Agenda(startMs: -3 * DayMs);
        var reference = new PriorityQueue<AgendaEvent, (long At, long Order)>();
        var draws = Draws.For((ulong)seed, 0, 0);
        for (var step = 0; step < 20_000; step++)
        {
            Act(agenda, reference, ref draws);
            Assert.Equal(reference.Count, agenda.Count);
        }

        while (reference.TryDequeue(out var expected, out _))
        {
            Assert.True(agenda.TryNext(out var e));
            Assert.Equal(expected, e);
        }

        Assert.False(agenda.TryNext(out _));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_saved_agenda_goes_on_like_the_original_and_saves_to_the_same_bytes(int seed)
    {
        var agenda = new Agenda(startMs: -3 * DayMs);
        var reference = new PriorityQueue<AgendaEvent, (long At, long Order)>();
        var draws = Draws.For((ulong)seed, 0, 1);
        for (var step = 0; step < 5_000; step++)
        {
            Act(agenda, reference, ref draws);
        }

        var bytes = Saved(agenda);
        var copy = Agenda.Load(new StateReader(new MemoryStream(bytes)));

        Assert.Equal(bytes, Saved(copy));
        Assert.Equal((agenda.NowMs, agenda.Count, agenda.Planned), (copy.NowMs, copy.Count, copy.Planned));
        Assert.Equal(Rest(agenda), Rest(copy));
    }

    [Fact]
    public void A_saved_agenda_with_an_event_in_the_past_is_refused()
    {
        var agenda = new Agenda();
        agenda.Plan(5, Step, 1);
        var bytes = Saved(agenda);
        bytes[^24] = 255;
        bytes[^17] = 255; // the event's time is negative now

        Assert.Throws<InvalidDataException>(() => Agenda.Load(new StateReader(new MemoryStream(bytes))));
    }

    [Fact]
    public void Planning_and_taking_allocate_nothing_once_there_was_as_much_pending_before()
    {
        var agenda = new Agenda();
        Churn(agenda, 20_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Churn(agenda, 20_000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Churn(Agenda agenda, int events)
    {
        for (var i = 0; i < events; i++)
        {
            agenda.Plan(agenda.NowMs + i * 7, Step, i);
        }

        while (agenda.TryNext(out _))
        {
        }
    }

    /// <summary>Plans near, far or exactly now, or takes with or without a limit.</summary>
    private static void Act(
        Agenda agenda, PriorityQueue<AgendaEvent, (long At, long Order)> reference, ref Draws draws)
    {
        if (draws.Happens(0.55))
        {
            var reachMs = 1 << (draws.Below(4) * 8 + 4); // 16 ms, 4 s, 17 min, 3 days
            var at = agenda.NowMs + (draws.Happens(0.1) ? 0 : draws.Below(reachMs));
            at = draws.Happens(0.1) && agenda.NowMs < 0 ? 0 : at; // midnight
            var planned = new AgendaEvent(at, agenda.Planned, draws.Below(1_000), draws.Below(9));
            if (draws.Happens(0.05))
            {
                reference.Enqueue(planned, (at, agenda.Planned - FarBefore));
                agenda.PlanFirst(planned.At, planned.Kind, planned.Entity, planned.Extra);
                return;
            }

            reference.Enqueue(planned, (at, agenda.Planned));
            agenda.Plan(planned.At, planned.Kind, planned.Entity, planned.Extra);
            return;
        }

        var until = agenda.NowMs + draws.Below(1 << (draws.Below(3) * 8));
        var limited = draws.Happens(0.3);
        var expected = reference.TryPeek(out _, out var next) && (!limited || next.At <= until);
        Assert.Equal(expected, limited ? agenda.TryNext(until, out var e) : agenda.TryNext(out e));
        if (expected)
        {
            Assert.Equal(reference.Dequeue(), e);
        }
    }

    private static List<AgendaEvent> Rest(Agenda agenda)
    {
        var rest = new List<AgendaEvent>();
        while (agenda.TryNext(out var e))
        {
            rest.Add(e);
        }

        return rest;
    }

    private static byte[] Saved(Agenda agenda)
    {
        using var stream = new MemoryStream();
        agenda.Save(new StateWriter(stream));
        return stream.ToArray();
    }
}
