using System.Text.Json;

namespace PolicyLint.Reports.Tests;

/// <summary>The HTML page in a real browser.</summary>
public sealed class HtmlPageTests
{
    private JsonElement _seen;

    [OneTimeSetUp]
    public void Open()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "report.html");
        File.WriteAllText(path, Reports.Html());
        _seen = JsonElement.Parse(Judge.Run("playwright-core", "page.mjs", path, Judge.Chromium()));
    }

    [Test]
    public void No_script_fails_and_nothing_outside_of_the_page_is_asked_for()
    {
        Texts("errors").Should().BeEmpty();
        Texts("requests").Should().BeEmpty();
    }

    [Test]
    public void A_hostile_Sid_name_or_ARN_stays_text()
    {
        _seen.GetProperty("pwned").GetBoolean().Should().BeFalse();
        _seen.GetProperty("scripts").GetInt32().Should().Be(1);
        Texts("handlers").Should().BeEmpty("no element has an attribute that runs");
        _seen.GetProperty("images").GetInt32().Should().Be(0);
        _seen.GetProperty("hostileHeading").GetString().Should().Contain(Reports.HostileName);
        _seen.GetProperty("hostileSource").GetString().Should().Contain("</script><script>window.pwned=1</script>");
    }

    [Test]
    public void The_keyboard_reaches_the_findings_the_search_and_the_next_finding()
    {
        _seen.GetProperty("firstStop").GetString().Should().Be("Skip to the findings");
        _seen.GetProperty("afterSkip").GetString().Should().Be("findings");
        Texts("steps").Should().Equal("f1", "f2", "f1");
        _seen.GetProperty("slash").GetString().Should().Be("text");
        _seen.GetProperty("afterEscape").GetString().Should().BeEmpty();
        Texts("unreachable").Should().BeEmpty("every control takes the focus by Tab");
    }

    [Test]
    public void The_filter_leaves_what_matches_and_says_how_many()
    {
        int total = _seen.GetProperty("total").GetInt32();
        total.Should().BeGreaterThan(5);
        _seen.GetProperty("all").GetString().Should().Be($"{total} shown");
        _seen.GetProperty("byText").GetProperty("status").GetString().Should().Be($"{Shown("byText")} of {total} shown");
        Shown("byText").Should().BeInRange(1, total - 1);
        _seen.GetProperty("byText").GetProperty("matching").GetBoolean().Should().BeTrue();
        Shown("byRule").Should().BeInRange(1, total - 1);
        _seen.GetProperty("byRule").GetProperty("matching").GetBoolean().Should().BeTrue();
        Shown("bySeverity").Should().BeInRange(1, total - 1);
        _seen.GetProperty("bySeverity").GetProperty("matching").GetBoolean().Should().BeTrue();
        Shown("byNonsense").Should().Be(0);
        _seen.GetProperty("byNonsense").GetProperty("nothing").GetBoolean().Should().BeTrue();
    }

    [Test]
    public void Light_and_dark_follow_the_system_and_the_button()
    {
        _seen.GetProperty("light").GetString().Should().Be("rgb(247, 248, 250)");
        _seen.GetProperty("dark").GetString().Should().Be("rgb(18, 22, 29)");
        _seen.GetProperty("toggled").GetString().Should().Be("rgb(247, 248, 250)");
    }

    [Test]
    public void It_has_landmarks_one_main_heading_and_no_level_left_out()
    {
        Texts("landmarks").Should().Equal("header", "main", "footer");
        int[] levels = [.. _seen.GetProperty("headings").EnumerateArray().Select(level => level.GetInt32())];
        levels.Count(level => level == 1).Should().Be(1);
        levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second <= pair.First + 1);
        _seen.GetProperty("overflow").GetInt32().Should().Be(0, "a narrow screen needs no scrolling sideways");
    }

    private int Shown(string filter) => _seen.GetProperty(filter).GetProperty("shown").GetInt32();

    private IEnumerable<string?> Texts(string list) => _seen.GetProperty(list).EnumerateArray().Select(text => text.GetString());
}
