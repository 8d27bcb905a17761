using CsCheck;
using PolicyLint.Evaluation;

namespace PolicyLint.Tests.Evaluation;

public sealed class EvaluationProperties
{
    // Most requests are decided by what is certain: it takes many to meet those that are not.
    private const int Many = 2_000;

    private static readonly Gen<string> Action = OneOf("s3:GetObject", "s3:PutObject", "s3:Get*", "s3:*", "*");
    private static readonly Gen<string> Resource = OneOf("arn:aws:s3:::b/x", "arn:aws:s3:::b/*", "arn:aws:s3:::c/*", "arn:aws:s3:::*/x", "*");
    private static readonly Gen<string?> Tag = OneOf<string?>(null, null, "1", "2");
    private static readonly Gen<string> Principal = OneOf("*", Ask.Account, Ask.User, Ask.Role, Ask.Session);

    private static readonly Gen<SmallStatement> Statement = Gen.Select(Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))), Action, Resource, Tag, Principal)
        .Select((isDeny, action, resource, tag, principal) => new SmallStatement(isDeny, action, resource, tag, principal));

    private static readonly Gen<SmallStatement[]> Statements = Statement.Array[1, 3];
    private static readonly Gen<SmallStatement[]?> MaybeStatements = Gen.Frequency((1, Gen.Const((SmallStatement[]?)null)), (1, Statements.Select(list => (SmallStatement[]?)list)));

    private static readonly Gen<SmallWorld> World = Gen.Select(Statements, MaybeStatements, MaybeStatements, MaybeStatements, Statements.Array[0, 2])
        .Select((identity, resource, boundary, session, scps) => new SmallWorld(identity, resource, boundary, session, scps));

    private static readonly Gen<SmallRequest> Request =
        Gen.Select(
            OneOf(Ask.User, Ask.Session),
            OneOf("s3:GetObject", "s3:PutObject"),
            OneOf("arn:aws:s3:::b/x", "arn:aws:s3:::b/y", "arn:aws:s3:::c/x"),
            OneOf(Ask.Account, Ask.Account, Ask.Other),
            Tag)
        .Select((principal, action, resource, owner, tag) => new SmallRequest(principal, action, resource, owner, tag));

    [Test]
    public void Decisions_agree_with_the_rules_as_sentences() =>
        Gen.Select(World, Request).Sample((world, request) => Decide(world, request) == EvaluationOracle.Decide(world, request), iter: Many);

    [Test]
    public void One_more_Deny_never_allows_more() =>
        Gen.Select(World, Request, Statement).Sample((world, request, statement) =>
        {
            SmallStatement deny = statement with { IsDeny = true };
            foreach (SmallWorld more in With(world, deny))
            {
                if (Decide(more, request) == AccessDecision.Allowed && Decide(world, request) != AccessDecision.Allowed)
                    return false;
            }

            return true;
        });

    [Test]
    public void One_more_Allow_never_allows_less() =>
        Gen.Select(World, Request, Statement).Sample((world, request, statement) =>
        {
            SmallStatement allow = statement with { IsDeny = false };
            foreach (SmallWorld more in With(world, allow))
            {
                if (Decide(world, request) == AccessDecision.Allowed && Decide(more, request) != AccessDecision.Allowed)
                    return false;
            }

            return true;
        });

    [Test]
    public void The_order_of_statements_and_policies_does_not_matter() =>
        Gen.Select(World, Request).Sample((world, request) =>
        {
            SmallWorld reversed = world with
            {
                Identity = [.. world.Identity.Reverse()],
                Resource = world.Resource?.Reverse().ToArray(),
                Boundary = world.Boundary?.Reverse().ToArray(),
                Scps = [.. world.Scps.Reverse()],
            };
            return Decide(world, request) == Decide(reversed, request);
        });

    [Test]
    public void One_policy_says_the_same_as_its_statements_one_by_one() =>
        Gen.Select(Statements, Request).Sample((statements, request) =>
        {
            ApplicablePolicies apart = new() { Identity = [.. statements.Select(statement => Ask.Policy(statement.Json(withPrincipal: false)))] };
            return Evaluate(apart, request).Decision == Decide(new SmallWorld(statements, null, null, null, []), request);
        });

    // Whatever stands in place of what is not known, the answer lies between the worst case and the best.
    [Test]
    public void The_answer_for_an_unknown_part_holds_for_every_text_in_its_place() =>
        Gen.Select(World, Request, Gen.Int[0, 2], OneOf("b/x", "b/*", "*", "c/x", ""), OneOf("Get*", "PutObject", "*"))
            .Sample((world, request, place, resource, action) =>
            {
                SmallWorld open = Replace(world, place, $"s3:{Ask.Open}", $"arn:aws:s3:::{Ask.Open}");
                SmallWorld closed = Replace(world, place, $"s3:{action}", $"arn:aws:s3:::{resource}");
                return IsBetween(Decide(closed, request), Evaluate(open.ToPolicies(), request));
            }, iter: Many);

    [Test]
    public void The_answer_for_an_open_context_holds_for_every_context() =>
        Gen.Select(World, Request).Sample((world, request) =>
            IsBetween(Decide(world, request), Evaluate(world.ToPolicies(), request, RequestContext.Open)), iter: Many);

    [Test]
    public void The_answer_for_a_pattern_holds_for_every_resource_that_matches() =>
        Gen.Select(World, Request, OneOf("*", "arn:aws:s3:::*", "arn:aws:s3:::?/x", "arn:aws:s3:::b/*")).Sample((world, request, pattern) =>
        {
            AccessResult all = Evaluate(world.ToPolicies(), request with { Resource = pattern });
            return !Analysis.Words.Match(pattern, request.Resource) || IsBetween(Decide(world, request), all);
        }, iter: Many);

    [Test]
    public void An_undetermined_answer_is_one_whose_cases_differ() =>
        Gen.Select(World, Request).Sample((world, request) =>
        {
            AccessResult result = Evaluate(world.ToPolicies(), request, RequestContext.Open);
            bool isAllowedEitherWay = result.BestCase == AccessDecision.Allowed && result.WorstCase == AccessDecision.Allowed;
            bool isDeniedEitherWay = result.BestCase != AccessDecision.Allowed && result.WorstCase != AccessDecision.Allowed;
            return result.Decision == AccessDecision.Undetermined ? !isAllowedEitherWay && !isDeniedEitherWay : isAllowedEitherWay || isDeniedEitherWay;
        });

    private static AccessDecision Decide(SmallWorld world, SmallRequest request) => Evaluate(world.ToPolicies(), request).Decision;

    private static AccessResult Evaluate(ApplicablePolicies policies, SmallRequest request, RequestContext? context = null) =>
        Ask.Evaluate(policies, request.Principal, request.Action, request.Resource, request.Owner, context ?? request.Context);

    private static bool IsBetween(AccessDecision actual, AccessResult open) => actual == AccessDecision.Allowed
        ? open.BestCase == AccessDecision.Allowed
        : open.WorstCase != AccessDecision.Allowed;

    private static IEnumerable<SmallWorld> With(SmallWorld world, SmallStatement statement)
    {
        yield return world with { Identity = [.. world.Identity, statement] };
        yield return world with { Resource = [.. world.Resource ?? [], statement] };
        if (world.Boundary is not null || statement.IsDeny)
            yield return world with { Boundary = [.. world.Boundary ?? [Everything], statement] };

        if (world.Scps.Length > 0)
            yield return world with { Scps = [[.. world.Scps[0], statement], .. world.Scps[1..]] };
    }

    private static SmallStatement Everything => new(IsDeny: false, "*", "*", null, "*");

    private static SmallWorld Replace(SmallWorld world, int place, string action, string resource)
    {
        SmallStatement first = world.Identity[0];
        SmallStatement changed = place switch
        {
            0 => first with { Action = action },
            1 => first with { Resource = resource },
            _ => first with { Action = action, Resource = resource },
        };
        return world with { Identity = [changed, .. world.Identity[1..]] };
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
