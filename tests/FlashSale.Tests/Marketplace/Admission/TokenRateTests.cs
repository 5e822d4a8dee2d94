using FsCheck.Fluent;
using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Admission;

// Rule CAP-1
public sealed class TokenRateTests
{
    private static readonly AdmissionPolicy Reject = new() { RequestsPerSecond = 300 };
    private static readonly AdmissionPolicy WarmUp = Reject with { Behaviour = AdmissionBehaviour.WarmUp };
    private static readonly AdmissionPolicy Queue = Reject with { Behaviour = AdmissionBehaviour.Queue };

    [Fact]
    public void A_burst_enters_together_and_the_next_is_refused_with_a_time_to_retry()
    {
        var rate = default(TokenRate);
        for (var request = 0; request < 300; request++)
        {
            Assert.Equal(AdmissionResult.Admitted, rate.Ask(Midnight, Reject).Result);
        }

        var refused = rate.Ask(Midnight, Reject);
        var justBefore = Midnight + refused.Wait - TimeSpan.FromTicks(1);
        Assert.Equal(new AdmissionAnswer(AdmissionResult.Refused, TimeSpan.FromTicks(33_334)), refused);
        Assert.Equal(AdmissionResult.Refused, rate.Ask(justBefore, Reject).Result);
        Assert.Equal(AdmissionResult.Admitted, rate.Ask(Midnight + refused.Wait, Reject).Result);
    }

    [Fact]
    public void Requests_that_never_fit_together_must_be_split()
    {
        Assert.Equal(AdmissionResult.TooLarge, AskCold(Reject, 301));
        Assert.Equal(AdmissionResult.Admitted, AskCold(Reject, 300));
        Assert.Equal(AdmissionResult.TooLarge, AskCold(WarmUp, 101));
        Assert.Equal(AdmissionResult.Admitted, AskCold(WarmUp, 100));
        Assert.Equal(AdmissionResult.TooLarge, AskCold(Queue, 151));
        Assert.Equal(AdmissionResult.Admitted, AskCold(Queue, 150));
    }

    [Fact]
    public void A_queue_lets_requests_through_at_even_distances()
    {
        var rate = default(TokenRate);
        var waits = Enumerable.Range(0, 4).Select(_ => rate.Ask(Midnight, Queue).Wait.Ticks);

        Assert.Equal([0, 33_334, 66_667, 100_000], waits);
    }

    [Fact]
    public void Who_would_wait_longer_than_half_a_second_is_refused()
    {
        var rate = default(TokenRate);
        for (var request = 0; request <= 150; request++)
        {
            Assert.Equal(AdmissionResult.Admitted, rate.Ask(Midnight, Queue).Result);
        }

        var refused = rate.Ask(Midnight, Queue);
        Assert.Equal(AdmissionResult.Refused, refused.Result);
        Assert.Equal(
            new AdmissionAnswer(AdmissionResult.Admitted, Queue.QueueWithin),
            rate.Ask(Midnight + refused.Wait, Queue));
    }

    [Fact]
    public void A_cold_market_starts_at_a_third_of_its_rate_and_is_warm_after_10_seconds()
    {
        var rate = default(TokenRate);
        var admitted = Enumerable.Range(0, 13).Select(second => Storm(ref rate, second)).ToArray();

        Assert.InRange(admitted[0], 199, 200); // the cold burst, and a third of the rate
        Assert.InRange(admitted[1], 119, 121);
        Assert.InRange(admitted[5], 199, 201);
        Assert.InRange(admitted[12], 299, 301);
    }

    [Fact]
    public void A_market_that_rests_gets_cold_again()
    {
        var rate = default(TokenRate);
        for (var second = 0; second < 13; second++)
        {
            Storm(ref rate, second);
        }

        rate.Ask(Midnight.AddSeconds(18), WarmUp);
        Assert.InRange(rate.RequestsPerSecond(WarmUp), 200, 220);
        rate.Ask(Midnight.AddDays(1), WarmUp);
        Assert.Equal(100, rate.RequestsPerSecond(WarmUp));
    }

    [Theory]
    [InlineData(AdmissionBehaviour.Reject)]
    [InlineData(AdmissionBehaviour.WarmUp)]
    [InlineData(AdmissionBehaviour.Queue)]
    public void No_history_admits_more_than_the_rate_and_one_burst(AdmissionBehaviour behaviour) =>
        AnyHistory.Holds(Gen.Choose(0, 30_000_000).Zip(Gen.Choose(1, 30)), history =>
        {
            var policy = Reject with { Behaviour = behaviour, RequestsPerSecond = 97 };
            var (rate, now) = (default(TokenRate), Midnight);
            var entered = new List<(DateTimeOffset At, int Requests)>();
            foreach (var (ticks, some) in history)
            {
                var requests = behaviour == AdmissionBehaviour.Queue ? 1 : some;
                now += TimeSpan.FromTicks(ticks % (some * 500_000));
                var answer = rate.Ask(now, policy, requests);
                if (answer.Result == AdmissionResult.Admitted)
                {
                    entered.Add((now + answer.Wait, requests));
                }
            }

            AssertWithin(entered, policy, burst: behaviour == AdmissionBehaviour.Queue ? 1 : 97);
        });

    [Fact]
    public void Who_comes_again_after_the_wait_enters() =>
        AnyHistory.Holds(Gen.Choose(0, 3_000_000).Zip(Gen.Choose(1, 300)), history =>
        {
            var (rate, now) = (default(TokenRate), Midnight);
            foreach (var (ticks, requests) in history)
            {
                now += TimeSpan.FromTicks(ticks);
                var answer = rate.Ask(now, Reject, requests);
                now += answer.Wait;

                Assert.True(
                    answer.Result == AdmissionResult.Admitted
                    || rate.Ask(now, Reject, requests).Result == AdmissionResult.Admitted);
            }
        });

    private static AdmissionResult AskCold(AdmissionPolicy policy, int requests) =>
        default(TokenRate).Ask(Midnight, policy, requests).Result;

    private static int Storm(ref TokenRate rate, int second)
    {
        var admitted = 0;
        for (var ms = 0; ms < 1_000; ms++)
        {
            var answer = rate.Ask(Midnight.AddSeconds(second).AddMilliseconds(ms), WarmUp);
            admitted += answer.Result == AdmissionResult.Admitted ? 1 : 0;
        }

        return admitted;
    }

    private static void AssertWithin(
        List<(DateTimeOffset At, int Requests)> entered, AdmissionPolicy policy, int burst)
    {
        for (var first = 0; first < entered.Count; first++)
        {
            var requests = 0L;
            for (var last = first; last < entered.Count; last++)
            {
                requests += entered[last].Requests;
                var ticks = (entered[last].At - entered[first].At).Ticks + 1; // waits round up
                var able = ticks * policy.RequestsPerSecond / (double)TimeSpan.TicksPerSecond;
                Assert.True(requests <= able + burst, $"{first} to {last}: {requests} in {able} + {burst}");
            }
        }
    }
}
