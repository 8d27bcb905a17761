namespace PolicyLint.Tests.Model;

/// <summary>The table of the IAM user guide's page on condition operators, written down a second time.</summary>
public sealed class ConditionOperatorTests
{
    private static readonly (string Name, OperatorFamily Family, bool IsNegated, bool AllowsWildcards)[] Guide =
    [
        ("StringEquals", OperatorFamily.String, false, false),
        ("StringNotEquals", OperatorFamily.String, true, false),
        ("StringEqualsIgnoreCase", OperatorFamily.String, false, false),
        ("StringNotEqualsIgnoreCase", OperatorFamily.String, true, false),
        ("StringLike", OperatorFamily.String, false, true),
        ("StringNotLike", OperatorFamily.String, true, true),
        ("NumericEquals", OperatorFamily.Numeric, false, false),
        ("NumericNotEquals", OperatorFamily.Numeric, true, false),
        ("NumericLessThan", OperatorFamily.Numeric, false, false),
        ("NumericLessThanEquals", OperatorFamily.Numeric, false, false),
        ("NumericGreaterThan", OperatorFamily.Numeric, false, false),
        ("NumericGreaterThanEquals", OperatorFamily.Numeric, false, false),
        ("DateEquals", OperatorFamily.Date, false, false),
        ("DateNotEquals", OperatorFamily.Date, true, false),
        ("DateLessThan", OperatorFamily.Date, false, false),
        ("DateLessThanEquals", OperatorFamily.Date, false, false),
        ("DateGreaterThan", OperatorFamily.Date, false, false),
        ("DateGreaterThanEquals", OperatorFamily.Date, false, false),
        ("Bool", OperatorFamily.Bool, false, false),
        ("BinaryEquals", OperatorFamily.Binary, false, false),
        ("IpAddress", OperatorFamily.IpAddress, false, false),
        ("NotIpAddress", OperatorFamily.IpAddress, true, false),
        ("ArnEquals", OperatorFamily.Arn, false, true),
        ("ArnNotEquals", OperatorFamily.Arn, true, true),
        ("ArnLike", OperatorFamily.Arn, false, true),
        ("ArnNotLike", OperatorFamily.Arn, true, true),
        ("Null", OperatorFamily.Null, false, false),
    ];

    private static readonly string[] Qualifiers = ["", "ForAnyValue:", "ForAllValues:"];
    private static readonly string[] Suffixes = ["", "IfExists"];

    public static IEnumerable<TestCaseData> Forms() =>
        from guide in Guide
        from qualifier in Qualifiers
        from suffix in Suffixes
        select new TestCaseData(guide.Name, guide.Family, guide.IsNegated, guide.AllowsWildcards, qualifier, suffix);

    [TestCaseSource(nameof(Forms))]
    public void Every_name_with_every_qualifier_and_suffix_is_taken_apart(string name, OperatorFamily family, bool isNegated, bool allowsWildcards, string qualifier, string suffix)
    {
        ConditionOperator? parsed = ConditionOperator.Parse(qualifier + name + suffix);
        if (name == "Null" && suffix == "IfExists")
        {
            parsed.Should().BeNull("IfExists goes with every operator but Null");
            return;
        }

        parsed.Should().NotBeNull();
        parsed!.Name.Should().Be(name);
        parsed.Family.Should().Be(family);
        parsed.IsNegated.Should().Be(isNegated);
        parsed.AllowsWildcards.Should().Be(allowsWildcards);
        parsed.IfExists.Should().Be(suffix == "IfExists");
        parsed.Qualifier.Should().Be(qualifier switch
        {
            "ForAnyValue:" => SetQualifier.ForAnyValue,
            "ForAllValues:" => SetQualifier.ForAllValues,
            _ => SetQualifier.None,
        });
    }

    [TestCase("stringequals", "StringEquals")]
    [TestCase("FORANYVALUE:ARNLIKEIFEXISTS", "ArnLike")]
    public void Case_does_not_matter(string text, string name) => ConditionOperator.Parse(text)!.Name.Should().Be(name);

    [TestCase("")]
    [TestCase("IfExists")]
    [TestCase("StringEqual")]
    [TestCase("StringEqualsIfExist")]
    [TestCase("StringEqualsIfExistsIfExists")]
    [TestCase("IfExistsStringEquals")]
    [TestCase("ForAnyValue:")]
    [TestCase("ForAnyValue:ForAllValues:StringLike")]
    [TestCase("ForAnyValueStringLike")]
    [TestCase("ForAnyValues:StringLike")]
    [TestCase("ForAllValues: StringLike")]
    [TestCase(" StringLike")]
    [TestCase("StringLike:ForAnyValue")]
    [TestCase("None:StringLike")]
    [TestCase("BinaryNotEquals")]
    [TestCase("NotBool")]
    [TestCase("NotNull")]
    [TestCase("aws:StringLike")]
    public void Anything_else_is_no_operator(string text) => ConditionOperator.Parse(text).Should().BeNull();

    [Test]
    public void The_names_are_those_of_the_guide() => ConditionOperator.BaseNames.Should().BeEquivalentTo(Guide.Select(guide => guide.Name));
}
