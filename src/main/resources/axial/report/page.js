(function () {
  var root = document.documentElement, names = {}, box = document.getElementById("filter");
  document.querySelectorAll("[data-clinic]").forEach(function (g) { names[g.getAttribute("data-clinic")] = true; });
  var all = Object.keys(names).sort();
  if (!box || all.length < 2) { return; }
  var select = box.querySelector("select");
  all.forEach(function (name) {
    var option = document.createElement("option");
    option.value = name; option.textContent = name; select.appendChild(option);
  });
  select.addEventListener("change", function () {
    root.classList.toggle("one", select.value !== "");
    document.querySelectorAll("[data-clinic]").forEach(function (g) {
      g.classList.toggle("chosen", g.getAttribute("data-clinic") === select.value);
    });
  });
  box.hidden = false;
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  });
})();
