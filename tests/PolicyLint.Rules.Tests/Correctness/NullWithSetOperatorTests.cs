using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class NullWithSetOperatorTests : RuleTest<NullWithSetOperator>
{
    [Test]
    public void Both_set_operators_are_errors() => Finds(
        OneStatement.With("""{ [|"ForAllValues:Null"|]: { "aws:TagKeys": "false" }, [|"foranyvalue:null"|]: { "aws:TagKeys": "true" } }"""),
        [
            "`ForAllValues:Null` is always true, whether or not the key is there: write `Null` alone",
            "`foranyvalue:null` is always false, whether or not the key is there: write `Null` alone",
        ]);

    [Test]
    public void The_service_reports_the_operator() => FindsCode(IssueCodes.NullWithQualifier,
        OneStatement.With("""{ [|"ForAnyValue:Null"|]: { "aws:TagKeys": "false" } }"""));

    [Test]
    public void Null_alone_is_clean() => Clean(
        OneStatement.With("""{ "Null": { "aws:TagKeys": "false" }, "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }"""));

    [Test]
    public void The_service_is_silent_about_Null_alone() => FindsNoCode(OneStatement.With("""{ "Null": { "aws:TagKeys": "false" } }"""));
}
